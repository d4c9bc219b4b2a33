import { show } from "@/ui/page";
import { Notice } from "./notice";

void show(<Notice />);
