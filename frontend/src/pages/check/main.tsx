import { render } from "preact";
import "@/ui/page";
import { CheckPage } from "./check-page";

render(<CheckPage />, document.body);
