import { render } from "preact";
import { Link } from "@/link";
import "@/ui/page";
import { StagePage } from "./stage";

render(<StagePage link={new Link()} />, document.body);
