import type { Routine } from '../routine/routine.ts';

/** A page about the service itself, for whoever uses it: not for paper, and not from the routine. */
export type AboutPage = {
  readonly id: AboutPageId;
  readonly title: string;
  readonly parts: readonly AboutPart[];
};

type AboutPart = {
  readonly heading: string;
  readonly lines: readonly string[];
  /** What the customer decides: said as a proposal. */
  readonly proposals?: readonly string[];
};

export type AboutPageId = 'privacy' | 'terms';

/** Where each is reached; the Teams app's manifest leads there. */
export const aboutPaths: Readonly<Record<AboutPageId, string>> = {
  privacy: '/integritet',
  terms: '/villkor',
};

/** What the service keeps, for whom and how long; and what may be asked of it. */
export function aboutPagesOf(routine: Pick<Routine, 'document'>): readonly AboutPage[] {
  return [privacyPage, termsPage(routine)];
}

const privacyPage: AboutPage = {
  id: 'privacy',
  title: 'Avbrottsboten och dina uppgifter',
  parts: [
    {
      heading: 'Vem som ansvarar',
      lines: [
        'Regionen eller kommunen som du arbetar i är personuppgiftsansvarig för det som dess personal skriver i boten.',
      ],
      proposals: [
        'hur ansvaret delas när regionen och kommunerna har samma bot kommer de överens om.',
        'organisationen kompletterar sidan med rättslig grund, kontaktuppgifter och dataskyddsombud.',
      ],
    },
    {
      heading: 'Det här sparas',
      lines: [
        'Om dig: ditt namn och id i Microsoft 365, och den enhet, verksamhet och organisation som du har valt.',
        'Om enheten: namnen på teamet och kanalen, och direktnumret om ni har angett det.',
        'Om avbrottet: vem som anmälde, utlyste, ändrade och avslutade det, när, och vad de skrev.',
        'Om samtalen: vem som ringde vilken enhet, när, motpartens namn och roll, och vad som lämnades.',
        'Om patienten: en slumpad kod, tider för in- och utskrivning, om patienten gick hem och datum för SIP. Det är personuppgifter också utan namn, eftersom koden står på blanketten.',
        'Om efterregistreringen och rättelserna: vem som markerade eller rättade vad, när, och vad de skrev.',
        'Vem som har läst enhetens logg, och när.',
        'Av en fråga som boten inte förstod: bara ord som den redan kan, utan vem som frågade.',
      ],
    },
    {
      heading: 'Det här ska inte in',
      lines: [
        'Skriv inga patientuppgifter. Ett personnummer som boten känner igen sparas inte och upprepas inte, men ditt meddelande finns kvar i Teams tills du tar bort det.',
        'Namn på patienter känner boten sällan igen. Skriv dem aldrig.',
      ],
    },
    {
      heading: 'Var det finns',
      lines: [
        'Det som sparas ligger på organisationens server eller i dess databas.',
        'Meddelandena går genom Microsoft Teams och finns kvar där enligt organisationens regler för Teams.',
        'Det du skriver tolkas i tjänsten själv. Inget skickas till någon AI-tjänst.',
        'Driftloggen har id och utfall, aldrig vad någon har skrivit.',
      ],
      proposals: ['servern och säkerhetskopiorna finns inom EU.'],
    },
    {
      heading: 'Vem som läser',
      lines: [
        'Enhetens logg läses av dem som är med i enhetens team i Teams.',
        'En enhet som har fått samtal om en kod ser vad som har lämnats till den, och av vem.',
        'Samordnare och andra organisationer ser antal, inte loggen.',
        'De som sköter servern kommer åt allt som är sparat.',
      ],
    },
    {
      heading: 'Hur länge',
      lines: [
        'Inget i loggen tas bort av sig självt: den kan vara en allmän handling.',
        'Loggen gallras efter beslut, en organisation i taget. Kvar blir antal och beslutets nummer.',
        'En rättelse är en ny rad med vem, när och varför. Den gamla finns kvar.',
        'Ett samtal som du har beskrivit men inte sparat glöms efter en timme.',
      ],
      proposals: ['hur länge loggen och säkerhetskopiorna sparas står i organisationens gallringsplan.'],
    },
    {
      heading: 'Dina rättigheter',
      lines: [
        'Vänd dig till din organisation om du vill veta vad som är sparat om dig, eller få något rättat.',
        'Du kan klaga hos Integritetsskyddsmyndigheten (IMY).',
      ],
    },
  ],
};

function termsPage({ document }: Pick<Routine, 'document'>): AboutPage {
  return {
    id: 'terms',
    title: 'Villkor för Avbrottsboten',
    parts: [
      {
        heading: 'Vad boten är',
        lines: [
          'Ett stöd för att följa avbrottsrutinen när Lifecare SP ligger nere: vem du ringer, vad du säger och vad som registreras efteråt.',
          `Svaren kommer ur ${document.title}, version ${document.version}, ${document.date}: ${document.status}. Det som går utöver rutinen är märkt.`,
        ],
      },
      {
        heading: 'Vad boten inte är',
        lines: [
          'Den ersätter varken rutinen, journalen, telefonsamtalet eller Lifecare SP. Dokumentera i journalen.',
          'Den avgör aldrig om en patient får skrivas ut.',
          'Den är ingen väg till hjälp vid fara för liv. Ring 112.',
        ],
      },
      {
        heading: 'När du använder den',
        lines: [
          'Skriv inga patientuppgifter: inget namn, inget personnummer, ingen diagnos.',
          'Säg koden i telefon och skriv den på blanketten. Skriv den inte i en kanal.',
          'Logga samtalen som de blev. Blev något fel: rätta, så syns både det gamla och det nya.',
        ],
      },
      {
        heading: 'Om boten inte svarar',
        lines: [
          'Boten och Teams kan ligga nere samtidigt som Lifecare SP. Ha reservrutinen utskriven på enheten, och ring.',
        ],
      },
      {
        heading: 'Vad organisationen bestämmer',
        lines: [],
        proposals: [
          'vilka som får använda boten, och vilka som är samordnare.',
          'vem som ger stöd, och när.',
          'hur loggen används, lämnas ut och gallras.',
        ],
      },
    ],
  };
}
