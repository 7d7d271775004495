#!/usr/bin/env node
import { Command } from "commander";

const program = new Command("heng").description("衡: score fiscal performance by written rules");

await program.parseAsync();
