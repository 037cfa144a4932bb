package com.acme.next;

/** The replacement of {@link com.acme.legacy.Voids}. */
public class Voided extends com.acme.legacy.Voids {}
