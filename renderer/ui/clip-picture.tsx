import css from './clip-picture.module.css';

/** Where the sensor goes: on the shaft, right inside the collar, away from plates and hips. */
export function ClipPicture() {
  return (
    <svg className={css.picture} viewBox="0 0 420 190" aria-hidden="true">
      <rect x="6" y="86" width="262" height="16" rx="8" fill="#8b98a4" />
      <g stroke="#6d7a86" strokeWidth="1.5" opacity="0.7">
        {[24, 32, 40, 48, 56, 64, 72, 80, 88, 96, 104].map((x) => (
          <path key={x} d={`M${x} 88l6 12M${x + 6} 88l-6 12`} />
        ))}
      </g>
      <rect x="262" y="70" width="16" height="48" rx="4" fill="#a9b5bf" />
      <rect x="278" y="82" width="134" height="24" rx="5" fill="#98a5b0" />
      <rect x="284" y="8" width="26" height="172" rx="8" fill="#d84a4a" />
      <rect x="314" y="8" width="26" height="172" rx="8" fill="#d84a4a" />
      <rect x="346" y="72" width="15" height="44" rx="4" fill="#56626d" />
      <g>
        <rect x="206" y="78" width="46" height="32" rx="6" fill="#0d2a45" stroke="#59b8ff" strokeWidth="3" />
        <path d="M214 78v-7h30v7M214 110v7h30v-7" fill="none" stroke="#59b8ff" strokeWidth="3" />
        <circle cx="229" cy="94" r="5" fill="#59b8ff" />
        <path
          d="M219 84a14 14 0 0 0 0 20M239 84a14 14 0 0 1 0 20"
          fill="none"
          stroke="#59b8ff"
          strokeWidth="2.4"
          strokeLinecap="round"
        />
      </g>
      <circle cx="229" cy="94" r="44" fill="none" stroke="#59b8ff" strokeWidth="2.5" strokeDasharray="5 7" />
    </svg>
  );
}
