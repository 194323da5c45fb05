namespace Gongkai.Web.Models;

/// <summary>A term that a page explains.</summary>
/// <param name="Number">Its place on the page, from 1: <c>#term-1</c> is its explanation, <c>#term-ref-1</c> where it stands first.</param>
/// <param name="Term">The term.</param>
/// <param name="Explanation">What it means; plain text.</param>
public sealed record ExplainedTerm(int Number, string Term, string Explanation);

/// <summary>The terms of a glossary that begin with a letter.</summary>
/// <param name="Letter">The letter with which they are read; <c>#</c> for all else.</param>
/// <param name="Terms">The terms.</param>
public sealed record GlossaryLetter(string Letter, IReadOnlyList<GlossaryEntry> Terms);

/// <summary>A term on the page of all terms.</summary>
/// <param name="Anchor">Its place on the page.</param>
/// <param name="Term">The term.</param>
/// <param name="Spellings">Other ways in which texts write it, in one line; empty when there are none.</param>
/// <param name="Explanation">What it means; plain text.</param>
public sealed record GlossaryEntry(string Anchor, string Term, string Spellings, string Explanation);
