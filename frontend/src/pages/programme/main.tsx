import { render } from "preact";
import "@/ui/page";
import { ProgrammePage } from "./programme-page";

render(<ProgrammePage slug={location.pathname.split("/")[2] ?? ""} />, document.body);
