import { error } from './fault-kind.rules.js';

/** YAML, and the fields that are written in it. */
export const fieldFaultKinds = {
  'yaml.broken': error(
    { en: 'This is not valid YAML: {reason}.', lo: 'ນີ້ບໍ່ແມ່ນ YAML ທີ່ຖືກຕ້ອງ: {reason}.' },
    {
      en: 'Put quotes around a text that contains a colon, a comma, a bracket or a #.',
      lo: 'ໃສ່ວົງຢືມອ້ອມຂໍ້ຄວາມທີ່ມີເຄື່ອງໝາຍ : , [ ] ຫຼື #.',
    },
  ),
  'field.missing': error({ en: '“{field}” is missing.', lo: 'ບໍ່ມີ “{field}”.' }),
  'field.unknown': error({
    en: '“{field}” is not a field that belongs here.',
    lo: '“{field}” ບໍ່ແມ່ນຊ່ອງຂໍ້ມູນຂອງບ່ອນນີ້.',
  }),
  'field.torn': error(
    { en: '“{field}” is not a field that belongs here.', lo: '“{field}” ບໍ່ແມ່ນຊ່ອງຂໍ້ມູນຂອງບ່ອນນີ້.' },
    {
      en: 'If it is part of a text, put the whole text in quotes.',
      lo: 'ຖ້າມັນເປັນສ່ວນໜຶ່ງຂອງຂໍ້ຄວາມ ໃຫ້ໃສ່ວົງຢືມອ້ອມຂໍ້ຄວາມທັງໝົດ.',
    },
  ),
  'field.type': error({ en: '“{field}” must be {type}.', lo: '“{field}” ຕ້ອງເປັນ{type}.' }),
  'field.choice': error({ en: '“{field}” must be {choices}.', lo: '“{field}” ຕ້ອງແມ່ນ {choices}.' }),
  'field.form': error({ en: '“{field}” must be {form}.', lo: '“{field}” ຕ້ອງເປັນ{form}.' }),
  'field.empty': error({ en: '“{field}” must not be empty.', lo: '“{field}” ຫວ່າງບໍ່ໄດ້.' }),
  'field.too-long': error({
    en: '“{field}” must have at most {most} characters.',
    lo: '“{field}” ຕ້ອງບໍ່ເກີນ {most} ຕົວອັກສອນ.',
  }),
  'field.too-few': error({
    en: '“{field}” must have at least {least} entries.',
    lo: '“{field}” ຕ້ອງມີຢ່າງໜ້ອຍ {least} ລາຍການ.',
  }),
  'field.too-many': error({
    en: '“{field}” must have at most {most} entries.',
    lo: '“{field}” ຕ້ອງມີບໍ່ເກີນ {most} ລາຍການ.',
  }),
  'field.too-small': error({
    en: '“{field}” must be at least {least}.',
    lo: '“{field}” ຕ້ອງບໍ່ຕ່ຳກວ່າ {least}.',
  }),
  'field.too-large': error({ en: '“{field}” must be at most {most}.', lo: '“{field}” ຕ້ອງບໍ່ເກີນ {most}.' }),
  'field.wrong': error({ en: '“{field}” is not understood.', lo: 'ບໍ່ເຂົ້າໃຈ “{field}”.' }),
};
