import { show } from "@/ui/page";
import { RecordPage } from "./record-page";

void show(<RecordPage />);
