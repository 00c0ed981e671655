/**
 * Words of danger to life; they get the 112 answer before everything else. `*` stands for any ending, `_` for a
 * space, `~` for up to three words, none of them a "not". Å, ä and ö are read as a, a and o. A word never counts as
 * the inner part of a longer one ("användas"); one of nine letters or more counts with one slip ("andnigsstopp").
 * When in doubt a word belongs here.
 */
export const emergencyPhrases = `
  andas_inte andas_int andas_ej andas_knappt inte_andas slutat_andas slutar_andas andas_dåligt svårt_att_andas kan_knappt_andas andas_intr andas_itne
  andas_inget får_ingen_luft får_inte_luft får_ej_luft kvävs kväver kvävning håller_på_att_kvävas satt_i_halsen satte_i_halsen ingen_andning andningsstopp andningsstillestånd andas_inye
  anadas_inte andas_nte ands_inte andas~inte andas~ej andas~int andas~itne andas~knappt andas~dåligt inte~andas knappt~andas ej~andas slutat~andas slutade_andas
  svårt~andas svårt~luft får~inte~luft får~ej~luft får~ingen_luft får~knappt~luft får~knappt_någon_luft kippar_efter sätter~i_halsen satt~i_halsen satte~i_halsen
  fått_mat_i_halsen fått_något_i_halsen fått_nåt_i_halsen fått_en_bit_i_halsen fått_nånting_i_halsen fastnat_i_halsen andningsbesvär andnöd andningsstoppet andningsuppehåll

  hjärtstopp hjärtstoppet hjärtstopps hjärtstoppslarm hjärtstop hjärt_stopp hjärtat_stannat hjärtat_har_stannat hjärtat_stannade hjärtinfarkt hjärtattack
  hjärtstillestånd hjärtstilleståndet hjärtat_slår~inte hjärtat_slår~ej hjärtat~slutat_slå hjärtat~stannat inga_hjärtslag
  hjärstopp hjärttstopp hjärtsopp hjrtstopp ingen_puls saknar_puls pulslös pulslöst hlr_pågår påbörja_hlr påbörjat_hlr gör_hlr starta_hlr startat_hlr

  medvetslös medvetslösa medvetlös medvetslöshet medvetslos medvetslsö medevtslös livlös livlösa okontaktbar inte_kontaktbar ej_kontaktbar går~inte_att_väcka går~ej_att_väcka går~inte_att_få_kontakt_med svimmat svimmade
  tappat_medvetandet tappade~medvetandet tappat~medvetandet förlorat_medvetandet

  det_brinner brinner brinner_i briner brinenr det_brann_till eldsvåda börjat_brinna tagit_eld fattat_eld rökutveckling brand_på_avdelningen brand_i brand_på brand_hos har_en_brand är_en_brand är_brand har_brand börjat_brinna rök_på rök_i rök_från luktar_rök luktar~rök kommer_rök kommer~rök
  lågor_på eldslågor brandlarmet_går brandlarmet_ljuder

  akut_ambulans ambulans_nu ambulans_akut ambulans_genast behöver_ambulans behöver_en_ambulans skicka_ambulans skicka_en_ambulans ring_ambulans ring_en_ambulans ringa_ambulans ringa_en_ambulans ambulans_omedelbart larma_ambulans
  ring_efter_ambulans beställ_ambulans_akut sos_alarm ring_sos larma_112 larma_sos akutlarm

  blöder~kraftigt blöder~mycket blöder~ymnigt kraftigt_blödande kraftig_blödning massiv_blödning stor_blödning förblöder förblöda

  självmord* suicid suicidal suicidförsök ta_livet_av ta_sitt_liv tar_livet_av tagit_livet_av ta_sitt_eget_liv tar_sitt_liv hoppa_från vill_dö vill~dö vill_inte_leva vill_inte~leva vill~inte~leva vill_ta_livet tänker_ta_livet hänger_sig_själv hängt_sig_själv

  livshotande livsfara livsfarligt fara_för_liv håller_på_att_dö dö_nu patienten_dör hon_dör han_dör hen_dör brukaren_dör pat_dör döende
  ont_i_bröstet bröstsmärt* tryck_över_bröstet anafyla* fått_stroke fått_en_stroke misstänkt_stroke får_en_stroke krampar krampanfall kramper_nu överdos överdoserat tagit~för_många_tabletter tagit_massa_tabletter tagit_en_massa_tabletter drunknar drunknat drunkning
  med_kniv med_en_kniv har_kniv har_en_kniv har_vapen med_vapen beväpnad knivhugg* knivskur* knivhot skottlossning hotar_med_kniv hotar_med_vapen blå_om_läpparna blivit_blå

  not~breathing can_t_breathe cant_breathe can_t~breathe cannot~breathe can_not~breathe isn_t_breathing stopped_breathing no_pulse chest_pain chest_pains
  there_is_a_fire there_s_a_fire is_a_fire a_fire_in fire_in want_to_die wants_to_die suicide bleeding_heavily heart_stopped
  not_breathing cardiac_arrest unconscious heart_attack on_fire call_an_ambulance
`;

/** Before "112" these make it a number like any other ("avdelning 112"). */
export const harmlessBefore112 =
  'avd avdelning avdelningen sal rum rummet kod koden hus plan vecka version sida punkt enhet enheten hc mottagning port säng plats ärende ärendenummer nummer_är linje bord box rad';

/** Before a word of danger these make it a subject, not an event ("rutinen för hjärtstopp"). */
export const harmlessTopics =
  'rutin* utbildning* kurs* riktlinje* statistik* föreläsning* checklist* blankett* övning* pm genomgång* repetition*';

/** Words of danger with these around them are said of something that is none ("det brinner i knutarna"). */
export const idioms: readonly string[] = [
  'brinner (?:till )?i knutarna',
  'brinner for',
  '(?:har|det|detta|som|systemet|lifecare|sp|avbrottet|jobbet|datorn|stressen) (?:helt |snart |nastan |verkligen )?(?:tar|tog|kommer ta|haller pa att ta) livet av (?:mig|oss|en)',
  'hoppa\\p{L}? fran (?:(?:en|ett|den|ena|denna|en annan) )?(?:vy|sida|flik|ruta|falt|meny|punkt|steg|del|modul|bild|rad|patient)\\p{L}{0,6}',
  'kniv och gaffel',
  'vill do hemma',
];

/** What a word of danger does not endanger ("Lifecare har hjärtstopp"). */
export const lifelessThings =
  'lifecare lifecare_sp sp lc systemet servern servrarna datorn nätverket cosmic skrivaren';
