/** A Flow JSON with an endpoint, of version 7.0: two screens, a condition, and every field the player draws. */
export const bookingFlow = {
  version: '7.0',
  data_api_version: '3.0',
  routing_model: { DAY: ['CONFIRM'], CONFIRM: [] },
  screens: [
    {
      id: 'DAY',
      title: 'Choose a day',
      data: {
        days: { type: 'array', __example__: [{ id: 'mon', title: 'Monday' }] },
        name: { type: 'string', __example__: 'Maya' },
      },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextHeading', text: "`'Hello ' ${data.name}`" },
          { type: 'TextSubheading', text: 'When shall we come?' },
          { type: 'TextBody', text: 'We are there between 9 and 17.' },
          { type: 'TextCaption', text: 'Bank holidays are free.' },
          {
            type: 'Image',
            src: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
            'alt-text': 'A van',
            height: 20,
          },
          {
            type: 'Form',
            name: 'form',
            children: [
              {
                type: 'RadioButtonsGroup',
                name: 'day',
                label: 'Day',
                required: true,
                'data-source': '${data.days}',
              },
              {
                type: 'CheckboxGroup',
                name: 'rooms',
                label: 'Rooms',
                'max-selected-items': 2,
                'data-source': [
                  { id: 'kitchen', title: 'Kitchen' },
                  { id: 'bath', title: 'Bath' },
                  { id: 'hall', title: 'Hall' },
                ],
              },
              {
                type: 'Dropdown',
                name: 'floor',
                label: 'Floor',
                required: false,
                'data-source': [
                  { id: '0', title: 'Ground' },
                  { id: '1', title: 'First' },
                ],
              },
              {
                type: 'TextInput',
                name: 'people',
                label: 'People',
                'input-type': 'number',
                required: true,
                'helper-text': 'You included',
              },
              {
                type: 'If',
                condition: "(${form.day} == 'mon') && ${form.people} != ''",
                then: [{ type: 'TextBody', text: 'Mondays are busy.' }],
                else: [{ type: 'TextBody', text: 'A good choice.' }],
              },
              {
                type: 'Footer',
                label: 'Continue',
                'on-click-action': {
                  name: 'data_exchange',
                  payload: {
                    day: '${form.day}',
                    rooms: '${form.rooms}',
                    floor: '${form.floor}',
                    people: '${form.people}',
                  },
                },
              },
            ],
          },
        ],
      },
    },
    {
      id: 'CONFIRM',
      title: 'Is this right?',
      terminal: true,
      data: { summary: { type: 'string', __example__: 'Monday' } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'Switch',
            value: '${screen.DAY.form.day}',
            cases: {
              mon: [{ type: 'TextHeading', text: 'Monday it is' }],
              default: [{ type: 'TextHeading', text: 'Another day' }],
            },
          },
          { type: 'TextBody', text: '${data.summary}' },
          {
            type: 'Form',
            name: 'form',
            children: [
              { type: 'TextArea', name: 'note', label: 'Note', required: false },
              { type: 'DatePicker', name: 'until', label: 'Until', required: true, 'min-date': '2026-01-01' },
              { type: 'OptIn', name: 'terms', label: 'I agree', required: true },
              {
                type: 'EmbeddedLink',
                text: 'Terms',
                'on-click-action': { name: 'open_url', url: 'https://example.com' },
              },
              {
                type: 'Footer',
                label: 'Book',
                'on-click-action': {
                  name: 'data_exchange',
                  payload: { note: '${form.note}', until: '${form.until}', confirmed: true },
                },
              },
            ],
          },
        ],
      },
    },
  ],
} as const;
