/** Ties the names that views know to what does the work; the heavy part of it is loaded when it is first needed. */
import type { Actions } from './actions';
import { AGENDA_TEXTS } from '../text/pane-agenda';
import type { PaneContext } from './context';
import { copyText } from './copy-text';
import { cancelTask, failure } from './run';
import { patchPart } from './state';

export interface WiredActions extends Actions {
  /** Reads the workbook for the first time and starts to watch it. */
  readonly open: () => void;
}

export function wireActions(context: PaneContext): WiredActions {
  const { store } = context;
  /** Runs work of the lazy part; a part that can't be loaded is a message like any other failure. */
  const work = (task: (work: Work) => Promise<void> | void): void => {
    loadWork()
      .then(task)
      .catch((error: unknown) => store.set({ busy: null, message: failure(error) }));
  };

  const show: Actions['show'] = (view, focus) => {
    // What was said of the view before is of no use in this one.
    store.set({ view, message: null });
    window.scrollTo(0, 0);
    if (focus) document.getElementById('view')?.focus({ preventScroll: true });
  };

  return {
    open: () => work(({ openBook }) => openBook(context)),
    show,
    refresh: () => work(({ refresh }) => refresh(context)),
    cancel: () => {
      cancelTask(context);
    },
    dismiss: () => {
      store.set({ message: null });
    },
    reset: () => work(({ reset }) => reset(context)),
    createDepartment: () => work(({ createDepartment }) => createDepartment(context)),
    createExample: () => work(({ createExample }) => createExample(context)),
    select: (place) => work(({ select }) => select(context, place)),

    openGuide: context.openGuide,

    updateRoadmap: () => work(({ updateRoadmap }) => updateRoadmap(context)),
    filterRoadmap: (roadmapFilter) => {
      store.set({ roadmapFilter });
    },

    chooseQuarter: (quarter) => {
      patchPart(store, 'forms', { quarter, sites: null });
    },
    chooseSites: (sites) => {
      patchPart(store, 'forms', { sites });
    },
    makeForms: () => work(({ makeForms }) => makeForms(context)),
    downloadForms: () => work(({ downloadForms }) => downloadForms(context)),
    takeFiles: (files) => work(({ takeFiles }) => takeFiles(context, files)),
    takeSheets: () => work(({ takeSheets }) => takeSheets(context)),
    accept: () => work(({ accept }) => accept(context)),
    leaveIntake: () => {
      patchPart(store, 'forms', { intake: null });
    },
    intakeProtocol: () => work(({ intakeProtocol }) => intakeProtocol(context)),

    check: () => work(({ check }) => check(context)),
    changeCheck: (values) => {
      patchPart(store, 'check', values);
    },
    toggleMarks: () => work(({ toggleMarks }) => toggleMarks(context)),
    protocol: () => work(({ protocol }) => protocol(context)),
    startReason: (finding) => work(({ startReason }) => startReason(context, finding)),
    typeReason: (text) => {
      const { reason } = store.get().check;
      if (reason) patchPart(store, 'check', { reason: { ...reason, text } });
    },
    saveReason: () => work(({ saveReason }) => saveReason(context)),
    leaveReason: () => {
      patchPart(store, 'check', { reason: null });
    },

    changeReport: (quarter, revision) => work(({ changeReport }) => changeReport(context, quarter, revision)),
    buildReport: () => work(({ buildReport }) => buildReport(context)),
    downloadReport: () => work(({ downloadReport }) => downloadReport(context)),
    downloadCsv: () => work(({ downloadCsv }) => downloadCsv(context)),
    follow: (followed) => {
      patchPart(store, 'report', { followed });
    },

    chooseOperatorForm: (files) => work(({ chooseOperatorForm }) => chooseOperatorForm(context, files)),
    signOperatorForm: (signature) => work(({ signOperatorForm }) => signOperatorForm(context, signature)),
    downloadFilledForm: () => work(({ downloadFilledForm }) => downloadFilledForm(context)),
    downloadFormExample: () => work(({ downloadFormExample }) => downloadFormExample(context)),
    chooseFormSource: (files) => work(({ chooseFormSource }) => chooseFormSource(context, files)),
    changeFormSource: (quarter, revision) =>
      work(({ changeFormSource }) => changeFormSource(context, quarter, revision)),
    fillOpenForm: () => work(({ fillOpenForm }) => fillOpenForm(context)),

    changeSchools: (values) => work(({ changeSchools }) => changeSchools(context, values)),
    openSchool: (site, row) =>
      work(({ changeSchools }) => {
        changeSchools(context, { mode: 'search', site, row });
        show('schools', true);
      }),
    putComparison: () => work(({ putComparison }) => putComparison(context)),

    startWatch: (subject, finding) => {
      store.set({ watch: { subject, finding, text: '' } });
    },
    typeWatch: (text) => {
      const { watch } = store.get();
      if (watch) store.set({ watch: { ...watch, text } });
    },
    saveWatch: () => work(({ saveWatch }) => saveWatch(context)),
    leaveWatch: () => {
      store.set({ watch: null });
    },
    release: (subject, finding) => work(({ release }) => release(context, subject, finding)),

    copy: (text, fieldId) => {
      void copyText(text, fieldId).then((done) => {
        const [title, hint] = done
          ? [AGENDA_TEXTS.copied, AGENDA_TEXTS.copiedText]
          : [AGENDA_TEXTS.selected, AGENDA_TEXTS.selectedText];
        store.set({ message: { tone: done ? 'success' : 'info', title, text: hint } });
      });
    },
  };
}

type Work = Awaited<ReturnType<typeof loadWork>>;

/** Everything that needs the domain; in one lazy chunk, so that the frame of the pane stands at once. */
async function loadWork() {
  const parts = await Promise.all([
    import(/* webpackChunkName: "work" */ './actions/open'),
    import(/* webpackChunkName: "work" */ './actions/first-steps'),
    import(/* webpackChunkName: "work" */ './actions/roadmap'),
    import(/* webpackChunkName: "work" */ './actions/forms'),
    import(/* webpackChunkName: "work" */ './actions/intake'),
    import(/* webpackChunkName: "work" */ './actions/check'),
    import(/* webpackChunkName: "work" */ './actions/report'),
    import(/* webpackChunkName: "work" */ './actions/operator-form'),
    import(/* webpackChunkName: "work" */ './actions/open-form'),
    import(/* webpackChunkName: "work" */ './actions/schools'),
    import(/* webpackChunkName: "work" */ './actions/watch-finding'),
  ]);
  const [open, firstSteps, roadmap, forms, intake, check, report, operatorForm, openForm, schools, watch] =
    parts;
  return {
    ...open,
    ...firstSteps,
    ...roadmap,
    ...forms,
    ...intake,
    ...check,
    ...report,
    ...operatorForm,
    ...openForm,
    ...schools,
    ...watch,
  };
}
