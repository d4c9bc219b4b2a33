import { show } from "@/ui/page";
import { CheckPage } from "./check-page";

void show(<CheckPage />);
