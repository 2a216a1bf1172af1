/** Version of everything that turns samples into reps; stored with every derived number. Raise it when results change. */
export const ALGORITHM = '1.4.0';
