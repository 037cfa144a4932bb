package com.acme.next;

/** What replaces {@link com.acme.legacy.Voids}. */
public class Voided extends com.acme.legacy.Voids {}
