import { Link } from "@/link";
import { Player, Publisher } from "@/media";
import { show } from "@/ui/page";
import { ChairPage } from "./chair";
import { ChairModel } from "./model";
import "./chair.css";
import "./parts.css";
import "./room.css";
import "./texts.css";

const link = new Link();
void show(<ChairPage model={new ChairModel(link, new Player(link), new Publisher(link))} />);
