import { useState } from 'react';
import { words } from '../../../src/words/index.ts';
import { useDataInfo } from '../../page/use-data-info.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { LicencesDialog } from './licences-dialog.tsx';
import css from './settings.module.css';

/** Which Lockout this is, where its data lie, what it is made of, and what a report of a fault needs. */
export function AboutCard() {
  const { ask, notices } = usePage();
  const [info] = useDataInfo();
  const [licences, setLicences] = useState(false);
  const text = words.settings;
  const copy = async (): Promise<void> => {
    const report = await ask('log:diagnostics', {});
    if (!report) return;
    await navigator.clipboard.writeText(report.text);
    notices.show({ tone: 'info', text: text.diagnosticsCopied });
  };
  return (
    <Card title={text.about} className={css.card}>
      {info && (
        <dl className={css.facts}>
          <dt>{text.version}</dt>
          <dd>{info.version}</dd>
          <dt>{text.algorithm}</dt>
          <dd>{info.algorithm}</dd>
          <dt>{text.folder}</dt>
          <dd className={css.path}>{info.folder}</dd>
        </dl>
      )}
      <p className={css.hint}>{text.schema}</p>
      <div className={css.row}>
        <Button onClick={copy}>{text.diagnostics}</Button>
        <Button onClick={() => setLicences(true)}>{text.licences}</Button>
      </div>
      <p className={css.hint}>{text.diagnosticsHint}</p>
      {licences && <LicencesDialog onClose={() => setLicences(false)} />}
    </Card>
  );
}
