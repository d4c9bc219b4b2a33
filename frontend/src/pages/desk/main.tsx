import { show } from "@/ui/page";
import { RecordDesk } from "./desk";
import { DeskPage } from "./desk-page";

const base = location.pathname.replace(/\/desk\/?$/, "");
void show(<DeskPage desk={new RecordDesk(base)} />);
