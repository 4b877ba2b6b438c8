import ICAL from "ical.js";

/** The component that this text is; nothing where it is none. */
export function componentIn(text: string): ICAL.Component | undefined {
  try {
    return new ICAL.Component(ICAL.parse(text));
  } catch {
    return undefined;
  }
}

/** All values of the properties of this name. What is none of its type is its text: the library would throw. */
export const valuesOf = (component: ICAL.Component, name: string): readonly unknown[] =>
  component.getAllProperties(name).flatMap(valuesIn);

function valuesIn(property: ICAL.Property): readonly unknown[] {
  try {
    return property.getValues();
  } catch {
    return property.toJSON().slice(3);
  }
}

/** The first of them as text; empty where there is none. */
export const textOf = (component: ICAL.Component, name: string): string =>
  valuesOf(component, name).map(String)[0] ?? "";
