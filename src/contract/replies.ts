import type { Bests } from '../training/bests.ts';
import type { DatedProfile } from '../training/line/dated-profile.ts';
import type { BinEntry } from './bin.ts';
import type { OpenProfile } from './dated-profiles.ts';
import type { ExportFacts, ExportPiece } from './exporting.ts';
import type { GymStatus } from './gym.ts';
import type { ImportPreview, ImportResult } from './importing.ts';
import type { ImportedSet, ImportRecord } from './imports.ts';
import type { LanStatus } from './lan.ts';
import type { Rep } from './live-set.ts';
import type { PairingState } from './pairing.ts';
import type { AthleteProfile } from './profile.ts';
import type { AthleteReference, History, SetDetail, SetMovements, SetRow } from './sets.ts';
import type { Settings } from './settings.ts';
import type { Athlete } from './setup.ts';
import type { StationState } from './station.ts';
import type { Team } from './team.ts';
import type { VolumeReport } from './volume.ts';

/** A file that the page offers for saving. */
export interface TextFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

export interface DataInfo {
  readonly version: string;
  readonly algorithm: string;
  readonly folder: string;
  readonly database_bytes: number;
  readonly sets: number;
  readonly reps: number;
  /** The backup the station makes by itself every day; `problem`: why the last one could not be made. */
  readonly daily: { readonly last_epoch_ms: number | null; readonly problem: string | null };
  readonly backups: readonly {
    readonly name: string;
    readonly at_epoch_ms: number;
    readonly bytes: number;
  }[];
}

type Nothing = Record<string, never>;
type RepList = readonly Rep[];
/** What each request of requests.ts is answered with: channel -> type. */
export interface Replies {
  'station:state': StationState;
  'station:athlete': Nothing;
  'station:lift': Nothing;
  'station:side': Nothing;
  'station:load': Nothing;
  'station:kind': Nothing;
  'station:goal': Nothing;
  'station:end-set': Nothing;
  'station:undo': Nothing;
  'station:delete-rep': Nothing;
  'station:next': Nothing;
  'calibrate:from-set': Nothing;
  'calibrate:start': Nothing;
  'calibrate:accept': Nothing;
  'calibrate:repeat': Nothing;
  'calibrate:cancel': Nothing;
  'recovery:accept': { readonly set_id: number; readonly reps: RepList };
  'recovery:discard': Nothing;
  'unstored:retry': Nothing;
  'unstored:save': TextFile;
  'pair:state': PairingState;
  'pair:scan': Nothing;
  'pair:connect': Nothing;
  'pair:disconnect': Nothing;
  'pair:forget': Nothing;
  'pair:rename': Nothing;
  'pair:identify': Nothing;
  'pair:feed': Nothing;
  'pair:simulate': { readonly id: string };
  'pair:demonstrate': { readonly id: string };
  'pair:replay': { readonly id: string };
  'pair:calibrate': Nothing;
  'tonight:put': Nothing;
  'tonight:next': Nothing;
  'tonight:skip': Nothing;
  'athletes:list': readonly Athlete[];
  'athletes:create': Athlete;
  'athletes:update': Athlete;
  'athletes:archive': Athlete;
  'athletes:delete': Nothing;
  'athletes:references': readonly AthleteReference[];
  'sets:list': readonly SetRow[];
  'sets:get': SetDetail;
  'sets:update': SetDetail;
  'sets:delete': Nothing;
  'sets:restore': Nothing;
  'sets:delete-rep': SetDetail;
  'sets:reanalyse': SetDetail;
  'sets:movements': SetMovements;
  'sets:correct': SetDetail;
  'sets:take-back-correction': SetDetail;
  'bin:list': readonly BinEntry[];
  'bin:restore': Nothing;
  'bin:delete': Nothing;
  'import:begin': Nothing;
  'import:piece': { readonly bytes: number };
  'import:look': ImportPreview;
  'import:store': ImportResult;
  'import:cancel': Nothing;
  'import:list': readonly ImportRecord[];
  'import:undo': ImportRecord;
  'import:sets': readonly ImportedSet[];
  'history:get': History;
  'history:volume': VolumeReport;
  'history:bests': Bests;
  'sets:search': readonly SetRow[];
  'team:get': Team;
  'profile:get': AthleteProfile;
  'profiles:of': readonly DatedProfile[];
  'profiles:propose': { readonly loads_kg: readonly number[] };
  'profiles:open': { readonly open: OpenProfile | null };
  'profiles:begin': Nothing;
  'profiles:keep': Nothing;
  'profiles:type': Nothing;
  'profiles:remove': Nothing;
  'settings:get': Settings;
  'settings:update': Settings;
  'gym:status': GymStatus;
  'gym:join': GymStatus;
  'gym:leave': GymStatus;
  'gym:go-on': GymStatus;
  'lan:status': LanStatus;
  'lan:code': LanStatus;
  'lan:revoke': LanStatus;
  'data:info': DataInfo;
  'data:backup': { readonly path: string; readonly bytes: number };
  'data:restore': { readonly kept: string };
  'export:begin': ExportFacts;
  'export:piece': ExportPiece;
  'export:cancel': Nothing;
}
