/**
 * The sidebar: a popover on phones, which opens without script. While it is open the focus stays in
 * it and in the header. Wider screens show it beside the page, and there it is no popover.
 */
class SidebarPane extends HTMLElement {
  connectedCallback(): void {
    const isBeside = matchMedia('(min-width: 50rem)');
    const settle = () => {
      this.popover = isBeside.matches ? null : 'auto';
    };
    settle();
    isBeside.addEventListener('change', settle);
    this.addEventListener('toggle', ({ newState }) => {
      for (const other of document.querySelectorAll('.main-frame, .sl-skip-link')) {
        other.toggleAttribute('inert', newState === 'open');
      }
    });
  }
}

customElements.define('sidebar-pane', SidebarPane);
