/** A buyer of the samples. Numbers and domains are those set aside for fiction (Ofcom, RFC 2606). */
export const maya = {
  id: 5127,
  first_name: 'Maya',
  last_name: 'Thornton',
  email: 'maya.thornton@example.com',
  phone: '+447700900142',
}

/** Where Maya lives. */
export const mayaAddress = {
  recipient_name: 'Maya Thornton',
  company: null,
  line1: '14 Tannery Lane',
  line2: 'Flat 3',
  city: 'Leeds',
  region: 'West Yorkshire',
  postal_code: 'LS10 1QX',
  country_code: 'GB',
}

/** A tenant of the samples, who rents `unitB117`. */
export const oliver = {
  id: 'con_7d41f0a96c2be583',
  first_name: 'Oliver',
  last_name: 'Banerjee',
  email: 'oliver.banerjee@example.com',
  phone: '+441632960318',
}

/** Where Oliver's bills go. */
export const oliverAddress = {
  recipient_name: 'Oliver Banerjee',
  company: 'Banerjee Interiors Ltd',
  line1: 'Unit 6, Foundry Yard',
  line2: '27 Canal Street',
  city: 'Leeds',
  region: 'West Yorkshire',
  postal_code: 'LS11 5RT',
  country_code: 'GB',
}

/** Who works for the store of the samples. */
export const siteManager = {
  id: 'usr_19c4e8b2a7f03d56',
  full_name: 'Priya Lindqvist',
  email: 'priya@northgate.example',
}

/** The storage site of the samples. */
export const leedsSite = { id: 'sit_4be2a07c91d863f5', name: 'Northgate Storage Leeds' }

/** The ids that the samples about one tenancy share. */
export const tenancyIds = {
  unit: 'uni_8f3ac51d7e0b4629',
  unitNumber: 'B117',
  unitType: 'uty_c60d92e4f1a8573b',
  tenancy: 'ten_2e95b7c08d4f1a36',
  subscription: 'sub_a13f6e7d5c908b24',
  protectionLevel: 'prl_5a08d3f7b92c614e',
  contract: 'ctr_e47b1c8a206f9d53',
  invoice: 'inv_93d5f2b8a6e1407c',
}
