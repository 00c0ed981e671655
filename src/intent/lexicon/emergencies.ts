/**
 * Words of danger to life; they get the 112 answer before everything else. `*` stands for any ending, `_` for a
 * space. Å, ä and ö are read as a, a and o. A word never counts as the inner part of a longer one ("användas").
 * When in doubt a word belongs here.
 */
export const emergencyPhrases = `
  andas_inte andas_int andas_ej andas_knappt inte_andas slutat_andas slutar_andas andas_dåligt svårt_att_andas kan_knappt_andas andas_intr andas_itne
  andas_inget får_ingen_luft får_inte_luft får_ej_luft kvävs kväver kvävning håller_på_att_kvävas satt_i_halsen satte_i_halsen ingen_andning andningsstopp andningsstillestånd andas_inye
  anadas_inte andas_nte ands_inte

  hjärtstopp hjärtstoppet hjärtstopps hjärtstoppslarm hjärtstop hjärt_stopp hjärtat_stannat hjärtat_har_stannat hjärtat_stannade hjärtinfarkt hjärtattack
  hjärstopp hjärttstopp hjärtsopp hjrtstopp ingen_puls saknar_puls pulslös pulslöst hlr_pågår påbörja_hlr påbörjat_hlr gör_hlr starta_hlr startat_hlr

  medvetslös medvetslösa medvetlös medvetslöshet medvetslos medvetslsö medevtslös livlös livlösa okontaktbar inte_kontaktbar ej_kontaktbar går_inte_att_väcka går_ej_att_väcka svimmat svimmade
  tappat_medvetandet tappade_medvetandet förlorat_medvetandet

  det_brinner brinner brinner_i briner brinenr det_brann_till eldsvåda börjat_brinna tagit_eld fattat_eld rökutveckling brand_på_avdelningen brand_i brandlarmet_går brandlarmet_ljuder

  akut_ambulans ambulans_nu ambulans_akut ambulans_genast behöver_ambulans behöver_en_ambulans skicka_ambulans skicka_en_ambulans ring_ambulans ring_en_ambulans ringa_ambulans ringa_en_ambulans ambulans_omedelbart larma_ambulans
  ring_efter_ambulans beställ_ambulans_akut sos_alarm ring_sos larma_112 larma_sos akutlarm

  blöder_kraftigt blöder_mycket blöder_ymnigt kraftig_blödning massiv_blödning stor_blödning förblöder förblöda

  självmord* suicid suicidal suicidförsök ta_livet_av ta_sitt_liv tar_livet_av tagit_livet_av ta_sitt_eget_liv tar_sitt_liv hoppa_från hänger_sig_själv hängt_sig_själv

  livshotande livsfara livsfarligt fara_för_liv håller_på_att_dö dö_nu patienten_dör hon_dör han_dör hen_dör brukaren_dör pat_dör döende
  ont_i_bröstet bröstsmärt* tryck_över_bröstet anafyla* fått_stroke fått_en_stroke misstänkt_stroke får_en_stroke krampar krampanfall kramper_nu överdos överdoserat drunknar drunknat drunkning
  knivhugg* knivskur* knivhot skottlossning hotar_med_kniv hotar_med_vapen blå_om_läpparna blivit_blå

  not_breathing cardiac_arrest unconscious heart_attack on_fire call_an_ambulance
`;

/** Before "112" these make it a number like any other ("avdelning 112"). */
export const harmlessBefore112 =
  'avd avdelning avdelningen sal rum rummet kod koden hus plan vecka version sida punkt enhet enheten hc mottagning port säng plats ärende ärendenummer nummer_är linje bord box rad';

/** Before a word of danger these make it a subject, not an event ("rutinen för hjärtstopp"). */
export const harmlessTopics =
  'rutin* utbildning* kurs* riktlinje* statistik* föreläsning* checklist* blankett* övning* pm genomgång* repetition*';
