/** A civil date, «2021-10-01»: a day of the calendar, without time or time zone. */
export type CivilDate = string & { readonly __civilDate: unique symbol };
