import type { Meeting, View } from "@/wire/protocol";
import type { BoothModel } from "./model";

/** What the panels of the interpreter's page show. */
export interface PanelProps {
	model: BoothModel;
	meeting: Meeting;
	view: View;
}
