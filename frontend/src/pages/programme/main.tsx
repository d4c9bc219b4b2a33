import { show } from "@/ui/page";
import { ProgrammePage } from "./programme-page";

void show(<ProgrammePage slug={location.pathname.split("/")[2] ?? ""} />);
