/**
 * What nurses, care managers and coordinators write in an outage, with every kind of number that is nobody's. Written
 * by hand, before the detector was tried on it.
 */
export const harmlessNotes: readonly string[] = `
kl 13.45-14.30 rum 12 sal 3
ring 0611-80000 ankn 1234
ring 0611-800 00 ankn 12345, fråga efter jouren
2026-11-27 13:45 till 2026-11-28 08:00
2026-11-27 kl 1345 till 2026-11-28 kl 0800
ärende INC0012345
ärende INC0012345 och INC0012346, prio 2
1 250 000 kr
det kostar 1 250 000 kr per år, 104 166 kr i månaden
avd 24, sal 3, säng 2
säng 12:1, 12:2 och 14:3
rum 1204, hus 15, plan 4
K7M-3F
koderna K7M-3F, R4T-9C och H2X-6P
K7M-3F 13.45
ringde Ånge 0690-25 01 00 kl 09.10, inget svar
ringde Ånge 0690-250100 kl 0910, ringer igen 0930
0690-25 01 00, 0611-34 80 00, 0612-800 00
0690 25 01 00 / 0611 34 80 00 / 0612 800 00
Ånge 0690-250100 Härnösand 0611-348000 Kramfors 0612-80000
växeln 0611-800 00, servicedesk 0660-890 70, socialjouren 060-19 10 00
mobil 070-123 45 67 eller 073-765 43 21
mobil 0701234567
nå mig på 070 123 45 67 fram till 16.30, sedan 0611-800 00
+46 70 123 45 67
+46611 80000
tel: 0660-88 00 00, tonval 2, 07:30-17:00
öppet 07.30–17.00, sommartid 07.30–16.15
vardagar 08-16, lördag 10-14
avbrottet började 08.10 och slutade 14.10
började 0810 slutade 1410
08:10, 08:25, 09:10, 10:45
kl 0810 0825 0910 1045
kl. 8.10 - 14.10, 6 timmar
24 timmar från 22:30 2026-11-24
inskriven 24/11 kl 22.30, 24 h går ut 25/11 kl 22.30
inskriven 2026-11-24 22.30
inskriven 2026-11-24, 22:30
utskrivningsklar 2026-11-25 10:40, före 12:00
beräknad utskrivning 2026-12-03
beräknad utskrivning 3/12
bereknat utskrivningsdatum 261203
utskrivning flyttad från 261203 till 261205
utskrivning flyttad från 20261203 till 20261205
v 48 och v 49
vecka 48-49 2026
Q4 2026
2026-11-27
2026-11-27--2026-12-03
27 nov 2026 kl 13.45
27.11.2026 13:45
27/11-26 13.45
den 27/11 till den 3/12
tisdag 24/11 08.10–14.10
0800-1600 måndag, 0800-1200 fredag
pass 0645-1530, 1315-2115, 2100-0700
schema: 06.45-15.30 13.15-21.15 21.00-07.00
6 patienter, 4 klara, 2 kvar
3 av 12 bekräftade, 25 %
12 inskrivningar, 9 utskrivningar, 21 meddelanden
saldo 125 000,50 kr
faktura 4500123456
fakturanr 100234567, belopp 12 345,00 kr
kund 556016-0680
org.nr 232100-0206
org nr 212000-2395 Ånge kommun
bankgiro 5050-1055
plusgiro 12 34 56-7
dnr RS 2025/1234
dnr 2026-00123
HSN 2026:451
SFS 2017:612
lag (2017:612) 4 kap. 3 §
HSLF-FS 2016:40
rutin v1.0, 2025-10-02
version 24.10.3, build 1189
Lifecare 4.12.1.207
fel 0x80070005
felkod 500, försök 3 av 5
serienummer 1234-5678-9012
IP 10.12.34.56
MAC 00:1A:2B:3C:4D:5E
dator RVN-PC-012345
skrivare PRN24-01
zebra-etikett 7310865004703
postnr 871 85 Härnösand
Box 1234, 851 11 Sundsvall
Storgatan 12 B, 3 tr, 852 30 Sundsvall
hus 03, plan 2, rum 117
lägenhet 1203
nyckelkod 4711
portkod 1945
kod 2580 till läkemedelsrummet
blanketten finns i pärm 3, flik 12
bilaga 2 sid 14-18
avd 10, 11, 12, 13, 14
avd 51A och 52B
avdelning 24 ringde 3 ggr: 08.50 09.20 09.40
ambulans 341 2010 kl 14.20
ambulans 51-3410 beställd 1345
taxi bokad 1530, bokningsnr 8812345
bokning 1234567 för 2026-11-28
remiss 2026112700123
provnr 12345678
labb 1011-0345
puls 78, blodtryck 120/80, sat 96
temp 37,8 kl 14.10, 38,2 kl 18.00
vikt 72,5 kg, längd 172 cm
dos 500 mg 1+1+1+0
2 tabl 08 14 20
Alvedon 500 mg kl 08 12 16 20
NEWS 3 poäng
BT 135/85 puls 72 kl 0810
84 år, ensamboende
ringer igen om 30 min, senast 15.15
3 samtal på 45 minuter
vi har 12 patienter från Ånge, 3 från Timrå
2 från Ånge, 1 från Kramfors, 4 från Sollefteå
nästa uppdatering 15:30, därefter 17:00
avbrott 2026-11-27 08:10:33 enligt loggen
Nov 27 08:10:33 server01 error 1045
2026-11-27T08:10:33.123Z
20261127T081033
logg_20261127_0810.txt
bild 20261127_134512.jpg
https://rvn.se/sida/12345?x=678
support.it@rvn.se, ärende 00123456
0611-80 000
0611-800 00 (växel), 0611-800 10 (fax)
sök 1234, 5678 och 9012
sökare 71234
jour: 0611-801 23, bakjour: 0611-801 24
1177, 112, 114 14, 113 13
alla 8 organisationer, 7 kommuner, 1 region
500 000 invånare / 8 organisationer
10 000 - 20 000 kr
1 000 000 - 2 500 000 kr
mellan 100 000 och 120 000 meddelanden
62.3908, 17.3069
N 62 23 27 E 17 18 25
E4, väg 86 och 331
linje 90 kl 07.32 08.02 08.32
2026-11-27 0810-1410
26-11-27 08.10
mån 23/11 0800, tis 24/11 0930, ons 25/11 1015
född på 40-talet
åldrar 65, 72, 81 och 94
85+ år: 12 st
2025 2026 2027
åren 1998-2004
sedan 1995, senast 2024
utbildning 12-13 dec 2026
`
  .split('\n')
  .filter((note) => note !== '');
