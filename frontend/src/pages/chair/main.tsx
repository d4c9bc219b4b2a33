import { Link } from "@/link";
import { Player, Publisher } from "@/media";
import { show } from "@/ui/page";
import { ChairPage } from "./chair";
import { Desk } from "./desk";
import "./chair.css";
import "./parts.css";
import "./room.css";
import "./texts.css";

const link = new Link();
void show(<ChairPage desk={new Desk(link, new Player(link), new Publisher(link))} />);
