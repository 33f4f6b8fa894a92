/** A fictional buyer or tenant. Domains and phone numbers are those set aside for fiction (RFC 2606, BNetzA). */
export type Customer = {
  /** The store's number of the customer. */
  number: number
  firstName: string
  lastName: string
  email: string
  phone: string
  company: string
  address: Record<string, string | null>
}

const people = [
  ['Maren', 'Osterkamp', 'Osterkamp Interieur', 'Kastanienallee 41', 'Berlin', 'Berlin', '10435'],
  ['Jannis', 'Weidlich', 'Weidlich Messebau', 'Große Elbstraße 118', 'Hamburg', 'Hamburg', '22767'],
  ['Leonie', 'Brückner', 'Brückner & Töchter', 'Goethestraße 9', 'Leipzig', 'Sachsen', '04109'],
  ['Emre', 'Aydemir', 'Aydemir Catering', 'Sonnenallee 212', 'Berlin', 'Berlin', '12059'],
  ['Frieda', 'Hollmann', 'Hollmann Antik', 'Am Markt 3', 'Bremen', 'Bremen', '28195'],
  ['Tomasz', 'Wilczek', 'Wilczek Montage', 'Karl-Marx-Straße 77', 'Frankfurt (Oder)', 'Brandenburg', '15230'],
  ['Ida', 'Sörensen', 'Sörensen Licht', 'Holstenstraße 24', 'Kiel', 'Schleswig-Holstein', '24103'],
  ['Anton', 'Pfeiffer', 'Pfeiffer Umzüge', 'Lindenstraße 66', 'Potsdam', 'Brandenburg', '14467'],
  ['Noor', 'Haddad', 'Haddad Textil', 'Müllerstraße 153', 'Berlin', 'Berlin', '13353'],
  ['Clara', 'Vogelsang', 'Vogelsang Garten', 'Ostseeallee 12', 'Rostock', 'Mecklenburg-Vorpommern', '18107'],
  ['Mats', 'Lüdemann', 'Lüdemann Boote', 'Hafenstraße 5', 'Lübeck', 'Schleswig-Holstein', '23568'],
  ['Zoe', 'Karagiannis', 'Karagiannis Film', 'Torstraße 201', 'Berlin', 'Berlin', '10115'],
  ['Henrik', 'Dahlmann', 'Dahlmann Druck', 'Schillerplatz 8', 'Dresden', 'Sachsen', '01309'],
  ['Amelie', 'Roth', 'Roth & Partner', 'Bergmannstraße 90', 'Berlin', 'Berlin', '10961'],
] as const

/** Those who buy and rent at the demo store. */
export const customers: readonly Customer[] = people.map(
  ([firstName, lastName, company, line1, city, region, postalCode], index) => ({
    number: 4_100 + index * 37,
    firstName,
    lastName,
    email: `${ascii(firstName)}.${ascii(lastName)}@example.com`,
    phone: `+493023125${String(100 + index * 31).padStart(3, '0')}`,
    company: `${company} GmbH`,
    address: {
      recipient_name: `${firstName} ${lastName}`,
      company: null,
      line1,
      line2: null,
      city,
      region,
      postal_code: postalCode,
      country_code: 'DE',
    },
  }),
)

function ascii(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
}
