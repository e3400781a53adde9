/** In the place of a script that no page needs. */
export {};
