namespace Gongkai.Recipes.Scripting;

/// <summary>A script cannot be evaluated; the message says why and what to do, in Simplified Chinese.</summary>
/// <remarks>Scripts cannot catch it: it is none of their language's exceptions.</remarks>
internal sealed class ScriptFaultException(string message) : Exception(message);
