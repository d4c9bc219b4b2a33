import { render } from "preact";
import "@/ui/page";
import { RecordDesk } from "./desk";
import { DeskPage } from "./desk-page";

const base = location.pathname.replace(/\/desk\/?$/, "");
render(<DeskPage desk={new RecordDesk(base)} />, document.body);
