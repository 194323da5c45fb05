namespace Gongkai.Web;

/// <summary>What is to be done when an answer is given once more from a cache. A page sets it as a feature of its request, having done it once itself.</summary>
/// <remarks>It must neither wait nor fail: it is called on the way of a kept page.</remarks>
/// <param name="Again">What is to be done.</param>
public sealed record EachAnswer(Action Again);
