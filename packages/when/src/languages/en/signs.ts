import { list } from "./list.ts";

/** Words by which a text shows that it is in this language: words that no other of ours has. */
export const signs = list(
  "the to and at on of my your our is are it for with by from until till before after every each next this that these tomorrow today tonight monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thurs fri sat january february march may june july october december morning afternoon evening night noon midnight week weeks weekday weekdays weekend month months year years day days daily weekly monthly yearly hour hours minute minutes first second third last remind me call buy add what which show done delete undo help please and starting due it i not when except between",
);
