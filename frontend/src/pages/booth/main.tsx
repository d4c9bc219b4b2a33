import { Link } from "@/link";
import { show } from "@/ui/page";
import { BoothPage } from "./booth";

void show(<BoothPage link={new Link()} />);
