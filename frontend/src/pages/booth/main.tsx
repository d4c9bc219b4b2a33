import { render } from "preact";
import { Link } from "@/link";
import "@/ui/page";
import { BoothPage } from "./booth";

render(<BoothPage link={new Link()} />, document.body);
