using System.Runtime.CompilerServices;
using Jint;

namespace Gongkai.Recipes.Scripting;

/// <summary>Stops a script before it has used up its thread's stack, which would end the process.</summary>
/// <remarks>Jint counts calls that a script writes, not those that it makes by itself: a <c>toString</c> that adds its object to a text calls itself without end.</remarks>
internal sealed class StackConstraint : Constraint
{
    public override void Check() => RuntimeHelpers.EnsureSufficientExecutionStack();

    public override void Reset()
    {
    }
}
