import { show } from "@/ui/page";
import { QuotesPage } from "./quotes-page";

void show(<QuotesPage base={location.pathname.replace(/\/quotes\/?$/, "")} />);
