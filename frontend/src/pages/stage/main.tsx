import { Link } from "@/link";
import { show } from "@/ui/page";
import { StagePage } from "./stage";

void show(<StagePage link={new Link()} />);
