import type { PersonPreferences, PreferencesPatch } from "@todo-mesh/contracts";
import { Keyboard } from "lucide-react";
import { type ReactNode, useId, useMemo } from "react";
import { reasonOf } from "../api/problem.ts";
import { chooseTheme, type Theme, THEMES, useTheme } from "../shell/theme.ts";
import { words } from "../words/words.ts";
import { countries, HOURS, localesWith, ORDERS, WEEK_STARTS, zonesWith } from "./choices.ts";
import { OwnData } from "./own-data-section.tsx";
import { Choice, TimeOfDay } from "./fields.tsx";
import "./preferences.css";
import { SignOut } from "./sign-out.tsx";
import { useChoose, usePreferences } from "./use-preferences.ts";
import { browserZone } from "./writing.ts";

interface ColumnProps {
  readonly user: string;
  readonly showKeys: () => void;
}

/** What a person chooses for good, and what is theirs. Each choice is kept when it is made. */
export default function PreferencesColumn({ user, showKeys }: ColumnProps): ReactNode {
  const { data, error } = usePreferences();
  const { mutate } = useChoose();
  const { preferences: said } = words;
  return (
    <section className="column" id="main" tabIndex={-1} aria-label={said.heading}>
      <header className="head">
        <div className="head-line">
          <h2 className="head-title">{said.heading}</h2>
          <span className="grow" />
          <button type="button" className="button keys-button" onClick={showKeys}>
            <Keyboard size={16} aria-hidden="true" />
            {words.keys.show}
          </button>
        </div>
      </header>
      <div className="preferences">
        {error && (
          <p className="fault" role="alert">
            {said.failed(reasonOf(error))}
          </p>
        )}
        {data && <Written chosen={data} choose={mutate} />}
        {data && <Read chosen={data} choose={mutate} />}
        {data && <WholeDays chosen={data} choose={mutate} />}
        <Looks />
        <OwnData user={user} />
        <SignOut />
      </div>
    </section>
  );
}

interface SectionProps {
  readonly chosen: PersonPreferences;
  readonly choose: (patch: PreferencesPatch) => void;
}

function Written({ chosen, choose }: SectionProps): ReactNode {
  const { preferences: said } = words;
  const zones = useMemo(() => zonesWith(chosen.timezone), [chosen.timezone]);
  return (
    <fieldset>
      <legend>{said.written}</legend>
      <Choice
        label={said.zone}
        hint={said.zoneHint}
        none={said.asBrowserZone(browserZone.replaceAll("_", " "))}
        choices={zones}
        value={chosen.timezone}
        choose={(zone) => choose({ timezone: zone ?? browserZone })}
      />
      <Choice
        label={said.language}
        hint={said.languageHint}
        none={said.asBrowser}
        choices={localesWith(chosen.locale)}
        value={chosen.locale}
        choose={(locale) => choose({ locale })}
      />
      <Choice
        label={said.hours}
        none={said.asLanguage}
        choices={HOURS}
        value={chosen.hour_cycle?.toString()}
        choose={(hours) => choose({ hour_cycle: hours === null ? null : hours === "24" ? 24 : 12 })}
      />
    </fieldset>
  );
}

function Read({ chosen, choose }: SectionProps): ReactNode {
  const { preferences: said } = words;
  const all = useMemo(() => countries(), []);
  return (
    <fieldset>
      <legend>{said.read}</legend>
      <Choice
        label={said.order}
        hint={said.orderHint}
        none={said.asked}
        choices={ORDERS}
        value={chosen.day_first?.toString()}
        choose={(order) => choose({ day_first: order === null ? null : order === "true" })}
      />
      <Choice
        label={said.week}
        hint={said.weekHint}
        none={said.asked}
        choices={WEEK_STARTS}
        value={chosen.week_start}
        choose={(day) => choose({ week_start: WEEK_DAYS.find((one) => one === day) ?? null })}
      />
      <Choice
        label={said.country}
        hint={said.countryHint}
        none={said.asked}
        choices={all}
        value={chosen.country}
        choose={(country) => choose({ country })}
      />
    </fieldset>
  );
}

const WEEK_DAYS = ["MO", "SU", "SA"] as const;

function WholeDays({ chosen, choose }: SectionProps): ReactNode {
  const { preferences: said } = words;
  return (
    <fieldset>
      <legend>{said.wholeDays}</legend>
      <p className="quiet">{said.wholeDaysHint}</p>
      <TimeOfDay
        label={said.onTheDay}
        value={chosen.day_reminder}
        choose={(time) => choose({ day_reminder: time })}
      />
      <TimeOfDay
        label={said.onTheEve}
        value={chosen.evening_reminder}
        choose={(time) => choose({ evening_reminder: time })}
      />
    </fieldset>
  );
}

function Looks(): ReactNode {
  const theme = useTheme();
  const name = useId();
  const one = (value: Theme): ReactNode => (
    <label key={value} className="segment">
      <input
        type="radio"
        name={name}
        checked={value === theme}
        onChange={() => chooseTheme(value)}
      />
      <span>{words.theme[value]}</span>
    </label>
  );
  return (
    <fieldset>
      <legend>{words.theme.heading}</legend>
      <div className="segments" role="radiogroup" aria-label={words.theme.heading}>
        {THEMES.map(one)}
      </div>
    </fieldset>
  );
}
