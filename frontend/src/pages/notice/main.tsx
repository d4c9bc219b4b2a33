import { render } from "preact";
import "@/ui/page";
import { Notice } from "./notice";

render(<Notice />, document.body);
