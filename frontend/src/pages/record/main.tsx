import { render } from "preact";
import "@/ui/page";
import { RecordPage } from "./record-page";

render(<RecordPage />, document.body);
