import type { Glossary, Meeting, View } from "@/wire/protocol";
import type { BoothModel } from "./model";
import type { Fetched } from "./own-texts";

/** What the panels of the interpreter's page show. */
export interface PanelProps {
	model: BoothModel;
	meeting: Meeting;
	view: View;
	glossary: Fetched<Glossary>;
}
