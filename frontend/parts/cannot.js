/**
 * What a screen shows that could not be loaded. Its sentences come with what could not be loaded; without them the page
 * speaks for itself.
 */
import { h, button } from './dom.js';
import { Unreachable } from './errors.js';

/** @param what is not there, in both languages: { vi: 'Dự thảo', en: 'The draft' } */
export function cannotRead(error, what) {
  const vi = !/^en/.test(document.documentElement.lang);
  const words = error instanceof Unreachable
    ? vi ? `Mất kết nối. ${what.vi} chưa tải được.` : `Connection lost. ${what.en} could not be loaded.`
    : error.message || (vi ? 'Không tìm thấy nội dung này, hoặc tài khoản chưa được phép xem.' : 'Not found, or this account may not see it.');
  return h('div', { class: 'cannot' }, h('p', {}, words), button(vi ? 'Tải lại' : 'Reload', { class: 'btn', onclick: () => location.reload() }));
}
