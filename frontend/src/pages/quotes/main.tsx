import { render } from "preact";
import "@/ui/page";
import { QuotesPage } from "./quotes-page";

render(<QuotesPage base={location.pathname.replace(/\/quotes\/?$/, "")} />, document.body);
