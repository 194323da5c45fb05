namespace Gongkai.Desk.Requests;

/// <summary>Of an endpoint that a page asks again and again while somebody types: a refusal goes into the log, not as a row for every few words into the audit trail.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WhileTypingAttribute : Attribute;
