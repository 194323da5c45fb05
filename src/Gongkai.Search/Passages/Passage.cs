using System.Runtime.InteropServices;

namespace Gongkai.Search.Passages;

/// <summary>A part of a document's text by which it is searched.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Parent">The place, in the document's list, of the heading that it stands under; −1 for none.</param>
/// <param name="Anchor">The id on the page; null for none.</param>
/// <param name="Label">What people call it; null for nothing.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Passage(int Start, int Parent, string? Anchor, string? Label);
